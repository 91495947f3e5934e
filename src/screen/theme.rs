//! From role to style; the only place that names a colour.

use ratatui::style::{Color, Modifier, Style};

use crate::page::{Role, Roles};

/// How each role looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    style: fn(Role) -> Style,
}

impl Theme {
    /// Four of the terminal's own 16 colours, which its owner has chosen to be legible; the rest is as ever.
    pub const COLOURED: Theme = Theme { style: coloured };
    /// No colours, as `NO_COLOR` asks.
    pub const PLAIN: Theme = Theme { style: plain };
    /// One colour index per role, so that a test can read roles back off the screen.
    pub const ROLES: Theme = Theme {
        style: |role| Style::new().fg(Color::Indexed(role as u8)),
    };

    /// The style of text that has all of `roles`.
    pub fn style(&self, roles: Roles) -> Style {
        roles
            .each()
            .fold(Style::new(), |style, role| style.patch((self.style)(role)))
    }
}

fn coloured(role: Role) -> Style {
    let colour = match role {
        Role::Left => Color::Cyan,
        Role::Right => Color::Magenta,
        Role::Quote | Role::Lit => Color::Green,
        Role::Warning | Role::Conflict => Color::Red,
        _ => return plain(role),
    };
    plain(role).fg(colour)
}

fn plain(role: Role) -> Style {
    let modifier = match role {
        Role::Dim | Role::Clause | Role::Rule => Modifier::DIM,
        Role::Headline | Role::Subhead | Role::Name | Role::Shared | Role::Key | Role::Warning => {
            Modifier::BOLD
        }
        Role::Recased => Modifier::ITALIC,
        Role::Missing => Modifier::DIM | Modifier::CROSSED_OUT,
        Role::Differing => Modifier::UNDERLINED,
        Role::Conflict => Modifier::UNDERLINED.union(Modifier::BOLD),
        Role::Found => Modifier::UNDERLINED | Modifier::REVERSED,
        Role::Lit => Modifier::REVERSED | Modifier::BOLD,
        Role::Cursor => Modifier::BOLD,
        Role::Quote | Role::Left | Role::Right => Modifier::empty(),
    };
    Style::new().add_modifier(modifier)
}
