"""A text's words for days, months and years to EDTF, and a claim to the dates that it depends on."""
