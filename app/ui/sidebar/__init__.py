"""The list of chats, and finding messages in them."""
