"""A page to what stands in an article's place: an error, a wall, a shell; or to nothing, if it is one."""
