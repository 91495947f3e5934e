macro_rules! sample {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../seeds/", $name)))
    };
}

/// The bundled samples: file name and content.
const SAMPLES: [(&str, &str); 5] = [
    sample!("000_7918c8b17b0c5e8e.txt"),
    sample!("001_2bdb7127c98ecd66.txt"),
    sample!("002_adbbeb2228c4cbfc.txt"),
    sample!("003_dc5d9eb8090fe75b.txt"),
    sample!("004_260bfa7d729e786d.txt"),
];

pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SAMPLES.iter().map(|(name, _)| *name)
}

/// The sample of this file name; nothing for any other name.
pub(super) fn content(name: &str) -> &'static str {
    SAMPLES
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("", |(_, content)| content)
}
