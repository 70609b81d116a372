"""The pages, the portal and the doors for webhooks and visitors."""
