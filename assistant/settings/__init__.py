"""What a member chooses for themselves: by sentence, button or form; every change can be taken back."""
