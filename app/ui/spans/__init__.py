"""How found spans look and are named, wherever they are shown."""
