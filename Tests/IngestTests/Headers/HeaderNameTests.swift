import Testing

@testable import Ingest

struct HeaderNameTests {
  @Test(
    "what headers are compared without",
    arguments: [
      ("Debet/credit", "debet_credit"), ("(client id):", "client_id"), ("Cliënt-ID", "client_id"),
      ("e\u{301}e\u{308}nheid", "ee_nheid"), ("\u{FEFF}\u{FEFF}eenheid", "eenheid"),
      ("een\u{AD}heid", "eenheid"), ("een\u{200B}heid\u{200F}", "eenheid"),
      ("een\u{2060}heid", "eenheid"), ("Een\u{A0}Heid", "een heid"), ("e.e.n_h-e i d", "eenheid"),
      ("PRODUCT\tCODE", "product_code"),
    ]
  )
  func ignored(_ header: String, _ name: String) {
    #expect(HeaderName(header) == HeaderName(name))
  }

  @Test(
    "what headers differ by",
    arguments: [
      ("eenheid1", "eenheid"), ("een,heid", "eenheid"), ("een+heid", "eenheid"),
      ("een\u{7}heid", "eenheid"), ("een\u{202A}heid", "eenheid"), ("eenheid*", "eenheid"),
    ]
  )
  func kept(_ header: String, _ name: String) {
    #expect(HeaderName(header) != HeaderName(name))
  }

  @Test(
    "the text of a header",
    arguments: [
      ("=\"naam\"", "naam"), (" =\" naam \" ", "naam"), ("\u{FEFF}naam", "naam"),
      ("\u{FEFF}=\"naam\"", "naam"), ("naam\u{200B} ", "naam"), ("=\"\"", ""), ("=\"", "=\""),
      ("=naam", "=naam"), ("Naam (kort)", "Naam (kort)"), ("", ""), ("\u{FEFF}", ""),
    ]
  )
  func text(_ field: String, _ expected: String) {
    #expect(HeaderName.text(field) == expected)
  }
}
