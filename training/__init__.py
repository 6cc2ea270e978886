"""Training of Koma's own networks. Never needed to use the app; see training/README.md."""
