//! Quotation marks, paired whatever state they are in.
