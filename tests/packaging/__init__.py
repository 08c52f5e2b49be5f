"""Tests of what sets the project up and of what a person installs."""
