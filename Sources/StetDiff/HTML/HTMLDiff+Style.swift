extension HTMLDiff {
  /// The rules of a fragment, for light and dark, phone and wide screen, forced colours and print. Colours are custom
  /// properties with the values that fit `color-scheme: light dark`: `--ink`, `--paper`, `--faint`, `--rule`, `--ins`,
  /// `--ins-back`, `--del`, `--del-back`.
  public static let style = """
    .diff { --ink: light-dark(#1d1d1b, #e6e6e1); --paper: light-dark(#fff, #171716); --faint: light-dark(#5f5f5b, #a0a09a);
      --rule: light-dark(#d9d9d4, #3a3a37); --ins: light-dark(#0b5c2c, #8fdcaa); --ins-back: light-dark(#e2f5e8, #14301f);
      --del: light-dark(#9c1c1c, #f2a3a3); --del-back: light-dark(#fbe7e7, #3a1a1a); overflow-wrap: anywhere; }
    .diff .what, .diff summary, .diff small, .diff .approximate, .diff dt, .diff p.unchanged { color: var(--faint);
      font: .85rem/1.5 system-ui, sans-serif; }
    .diff .summary b { font: .8rem system-ui, sans-serif; border: 1px solid; border-radius: 1em; padding: .1em .7em; }
    .diff .retraction, .diff .substantive { color: var(--del); }
    .diff .fields { margin: 1rem 0; }
    .diff .field { display: grid; grid-template-columns: 7rem 1fr; border-top: 1px solid var(--rule); padding: .3rem 0; }
    .diff dd { margin: 0; }
    .diff dt .step { float: right; }
    .diff .block { border-left: 3px solid var(--rule); padding-left: 1rem; margin: 1.2rem 0; }
    .diff .what { margin: .2rem 0; }
    .diff .change { scroll-margin-top: 1rem; }
    .diff .change:target, .diff .change:focus { outline: 2px solid var(--faint); outline-offset: 3px; }
    .diff summary { cursor: pointer; min-height: 1.5rem; }
    .diff .step { color: inherit; display: inline-block; min-width: 1.5rem; line-height: 1.5rem; text-align: center;
      text-decoration: none; }
    .diff .code { white-space: pre-wrap; font-family: ui-monospace, monospace; font-size: .9em; }
    .diff .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
    .diff ins, .diff del { unicode-bidi: isolate; }
    .diff ins { color: var(--ins); background: var(--ins-back); text-decoration: underline;
      text-decoration-thickness: 1px; }
    .diff del { color: var(--del); background: var(--del-back); }
    .diff .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; user-select: none; }
    @media (max-width: 40rem) {
      .diff .field { grid-template-columns: 1fr; }
      .diff .pair { grid-template-columns: 1fr; gap: .5rem; }
      .diff .pair .new:not(:empty) { border-top: 1px dashed var(--rule); padding-top: .5rem; }
      .diff .block { padding-left: .6rem; }
    }
    @media print {
      .diff .step { display: none; }
      .diff .block, .diff .field { break-inside: avoid; }
      .diff ins, .diff del { background: none; }
    }
    """

  /// The rules of a page by itself.
  static let pageStyle = """
    :root { color-scheme: light dark; }
    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif;
      color: light-dark(#1d1d1b, #e6e6e1); background: light-dark(#fff, #171716); overflow-wrap: anywhere; }
    body:has(.side-by-side) { max-width: 84rem; }
    h1 { font-size: 1.15rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; } a { color: inherit; }
    .versions { color: light-dark(#5f5f5b, #a0a09a); font: .85rem/1.5 system-ui, sans-serif; }
    @media print { body { max-width: none; margin: 0; font-size: 11pt; } }
    """
}
