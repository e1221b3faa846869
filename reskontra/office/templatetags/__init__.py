"""What the office's templates may ask for."""
