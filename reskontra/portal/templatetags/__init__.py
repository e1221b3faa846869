"""What the portal's templates may call."""
