"""Tests of app/assistants, against real servers on the loopback."""
