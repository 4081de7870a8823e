"""Rebuilds the encoder that ships in `claims/encoder/weights` from the data folder."""
