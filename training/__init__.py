"""Programs that train and measure; never needed to run Parlour."""
