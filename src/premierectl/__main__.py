"""``python -m premierectl``."""

from premierectl.cli import main

if __name__ == "__main__":
    main()
