"""What Parlour learns from, and the programs that teach and measure it. Nothing here runs on a server."""
