/// Why a piece of text looks as it does, the weakest first: where two say different things, the later one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Lines between things.
    Rule,
    /// Belongs to the page, not to what is told: boilerplate, datelines, counts.
    Dim,
    /// The article's title.
    Headline,
    /// A title within the text.
    Subhead,
    /// Somebody's or something's name.
    Name,
    /// Words in quotation marks.
    Quote,
    /// The reporter's own clause in a quote.
    Clause,
    /// Words that both passages have.
    Shared,
    /// Words that another version has in other capitals.
    Recased,
    /// Words that this version leaves out.
    Missing,
    /// Of the left article, A.
    Left,
    /// Of the right article, B.
    Right,
    /// Words that only this passage has.
    Differing,
    /// Words that the articles disagree on.
    Conflict,
    /// What the reader searched for.
    Found,
    /// The quote under the cursor.
    Lit,
    /// A key that can be pressed.
    Key,
    /// Something is wrong, or must be agreed to.
    Warning,
    /// Where the reader is.
    Cursor,
}

impl Role {
    /// All, the weakest first.
    pub const ALL: [Role; 19] = [
        Role::Rule,
        Role::Dim,
        Role::Headline,
        Role::Subhead,
        Role::Name,
        Role::Quote,
        Role::Clause,
        Role::Shared,
        Role::Recased,
        Role::Missing,
        Role::Left,
        Role::Right,
        Role::Differing,
        Role::Conflict,
        Role::Found,
        Role::Lit,
        Role::Key,
        Role::Warning,
        Role::Cursor,
    ];
}

/// Several roles at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Roles(u32);

impl Roles {
    /// Plain text.
    pub const NONE: Roles = Roles(0);

    /// These and `role`.
    pub fn with(self, role: Role) -> Roles {
        self.and(role.into())
    }

    /// These and `others`.
    pub fn and(self, others: Roles) -> Roles {
        Roles(self.0 | others.0)
    }

    /// Whether `role` is among them.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// Each of them, the weakest first.
    pub fn each(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |&role| self.has(role))
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Roles {
        Roles(1 << role as u16)
    }
}
