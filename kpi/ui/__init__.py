"""What the pages share: navigation, address state, cached asking by revision, cards and tables."""
