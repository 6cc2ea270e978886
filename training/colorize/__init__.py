"""The colorizer: sketch + style picture + hints -> a colour layer without lines."""
