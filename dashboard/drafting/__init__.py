"""What planners do between a file that they have and an edition that is shown."""
