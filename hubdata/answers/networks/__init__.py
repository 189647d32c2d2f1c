"""Questions of networks: who leads them, who belongs, what they offer and how they end."""
