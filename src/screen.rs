//! What the terminal shows, and what keys mean.
