/// Texts that somebody may put on a page, or into an address or a search box, so that more happens than that they are
/// shown: one list, that goes through every output of stet.
public enum HostileText {
  /// Markup that runs something, or would if a parser could be brought to see a tag in it.
  public static let markup = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "</script><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script/x>", "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror=\"alert(1)\" x=\"", "<IMG SRC=x OnErRoR=alert`1`>",
    "<img/src=x/onerror=alert(1)//", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math href=\"javascript:alert(1)\">x</math>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<iframe src=javascript:alert(1)>", "<object data=data:text/html,<script>alert(1)</script>>",
    "<embed src=//evil.example/x.swf>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import'//evil.example/x.css';</style>",
    "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>x</details>",
    "<form action=//evil.example><button>Sign in</button></form>", "<button formaction=javascript:alert(1)>x</button>",
    "<video><source onerror=alert(1)></video>", "<marquee onstart=alert(1)>x</marquee>",
    "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea></textarea><script>alert(1)</script>", "<title></title><img src=x onerror=alert(1)>",
    "<xmp></xmp><script>alert(1)</script>",
    "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>", "<a href='javascript&colon;alert(1)'>x</a>",
    "<div style=\"background:url(javascript:alert(1))\">",
    "<p id=main><p class=skip hidden>", "<html><body><h1>Another page</h1>",
    "<x onclick=alert(1) tabindex=1 id=x>x</x>",
  ]

  /// Ends of what a text may stand in.
  public static let breakouts = [
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)", "\" autofocus onfocus=alert(1) x=\"", "--><script>alert(1)</script>",
    "--!><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->", "<!--", "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>", "]]>",
    "<?xml version=\"1.0\"?><x/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "<!ENTITY % x \"y\">",
    "</title></head><body>", "</content></entry><entry><title>x</title>", "</article></main></body></html>",
    "*/alert(1)/*", "</style>",
    "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= 7*7 %>", "\\\"};alert(1);//",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&amp;lt;", "&", "&#0;", "&NotAnEntity;", "&#x110000;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "a\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>", "a\nLocation: //evil.example", "a\r\n\r\nHTTP/1.1 200 OK",
    "../../../../etc/passwd",
    "..\\..\\windows", "'; DROP TABLE pages; --", "\" OR \"\" = \"", "title:\"", "NEAR(a b)", "*", "-",
  ]

  /// Characters that are not what they seem, or that no text should have.
  public static let characters = [
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\u{FF1C}script\u{FF1E}alert(1)", "\u{BC}script\u{BE}alert(1)",
    "\u{C0}\u{BC}script",
    "<\u{0}script>alert(1)</script>", "java\u{0}script:alert(1)", "a\u{0}b", "\u{1}\u{2}\u{8}\u{B}\u{C}\u{E}\u{1F}",
    "\u{7F}\u{80}\u{85}\u{9F}",
    "\u{202E}gpj.exe\u{202C}", "\u{2066}x\u{2069}\u{2067}y\u{2069}", "a\u{200B}b\u{200C}c\u{200D}d\u{FEFF}e",
    "\u{FEFF}<script>alert(1)</script>",
    "\u{2028}alert(1)\u{2029}", "\u{FFFE}\u{FFFF}\u{FFFD}", "\u{1FFFE}\u{E0041}\u{F0000}",
    "e\u{301}\u{327}\u{489}\u{489}", "\u{180E}\u{AD}\u{34F}",
    "ſcript:alert(1)", "\u{130}MG \u{212A}", "𝒋avascript:alert(1)", "\u{3000}javascript:alert(1)",
    "\u{A0}javascript:alert(1)",
  ]

  /// What a terminal would obey: titles, clipboard, links, cursor, colours, answers.
  public static let terminal = [
    "\u{1B}]0;owned\u{7}", "\u{1B}]2;owned\u{1B}\\", "\u{1B}]52;c;ZWNobyBvd25lZA==\u{7}",
    "\u{1B}]8;;javascript:alert(1)\u{1B}\\x\u{1B}]8;;\u{1B}\\",
    "\u{1B}[2J\u{1B}[H", "\u{1B}[31mred\u{1B}[0m", "\u{1B}[8m", "\u{1B}[6n", "\u{1B}c", "\u{1B}P+q544e\u{1B}\\",
    "\u{1B}_Gi=1\u{1B}\\",
    "\u{9B}31mred", "\u{9D}0;owned\u{9C}", "over\rwritten", "back\u{8}\u{8}\u{8}\u{8}space", "bell\u{7}", "\u{E}\u{F}",
    "\u{1B}[?1049h\u{1B}[?25l",
  ]

  /// Addresses that must not become links, and http ones that are more than they seem.
  public static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)",
    "javascript://http://x.example/%0Aalert(1)",
    "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd", "blob:http://x.example/1", "view-source:http://x.example/", "//evil.example/x",
    "\\\\evil.example\\x", "/\\evil.example", "intent://x#Intent;end",
    "http://x.example/\" onmouseover=\"alert(1)", "http://x.example/'onmouseover='alert(1)",
    "http://x.example/<script>alert(1)</script>", "http://x.example/`x`",
    "http://x.example/\u{0}\u{1B}]0;x\u{7}", "http://x.example/\u{202E}gpj", "http://x.example/a\r\nSet-Cookie: x=1",
    "https:javascript:alert(1)", "http:/x.example", "http://",
    "http://user:pass@x.example/", "HTTP://X.EXAMPLE/",
  ]

  /// All of them.
  public static let all = markup + breakouts + characters + terminal + addresses
}
