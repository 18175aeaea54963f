"""How long answers take, as ratios measured side by side in one run."""
