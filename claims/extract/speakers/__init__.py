"""An article's sentences to who says what: cues, the cast of persons and bodies, the voice of each."""
