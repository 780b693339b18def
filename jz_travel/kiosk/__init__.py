"""What keeps a public screen running, fresh and forgetful; none of it needs a window."""
