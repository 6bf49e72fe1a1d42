package dev.wardrobe.torch.training;

/** How the page of a run looks, by day and by night. */
final class RunPageStyle {
  static final String CSS =
      """
      :root { color-scheme: light dark; --ground: #f5f7f9; --panel: #fff; --edge: #dfe4ea;
        --ink: #1d2733; --muted: #5d6875; --c0: #2563c9; --c1: #c2410c; --c2: #0f766e;
        --mark: #e8f0fe; }
      @media (prefers-color-scheme: dark) { :root { --ground: #12171d; --panel: #1a212a;
        --edge: #2e3843; --ink: #e3e9ef; --muted: #98a5b3; --c0: #7cb0ff; --c1: #ff9d66;
        --c2: #4fd1c0; --mark: #22344d; } }
      body { margin: 0; background: var(--ground); color: var(--ink);
        font: 15px/1.45 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; }
      main { margin: 0 auto; max-width: 1320px; padding: 1.2rem 1rem 3rem; }
      header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
      h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
      h2 { font-size: 1rem; margin: 0 0 .4rem; }
      .status, .note, .legend { color: var(--muted); margin: 0; }
      .note { margin-top: .6rem; font-size: .9rem; }
      .cards { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; }
      .card, section, details { background: var(--panel); border: 1px solid var(--edge);
        border-radius: 10px; }
      .card { padding: .6rem 1rem; min-width: 6.5rem; }
      .card b { display: block; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
      .card span { color: var(--muted); font-size: .85rem; }
      .charts { display: grid; gap: .8rem;
        grid-template-columns: repeat(auto-fill, minmax(310px, 1fr)); }
      section, details { padding: .8rem 1rem; }
      .wide, details { margin-top: .8rem; overflow-x: auto; }
      .legend { font-size: .85rem; }
      .legend i { display: inline-block; width: .8em; height: .8em; border-radius: 2px;
        background: currentColor; margin-left: .5rem; }
      svg { display: block; width: 100%; height: auto; overflow: visible; }
      .c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); }
      .grid { stroke: var(--edge); }
      .tick { fill: var(--muted); font-size: 11px; font-variant-numeric: tabular-nums; }
      .line { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
      .band { fill: currentColor; fill-opacity: .15; }
      .dot { fill: currentColor; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
      th, td { padding: .2rem .55rem; text-align: right; white-space: nowrap; }
      thead th { border-bottom: 1px solid var(--edge); white-space: normal; vertical-align: bottom; }
      .best { background: var(--mark); font-weight: 600; }
      .facts th { text-align: left; color: var(--muted); font-weight: 400; padding-left: 0; }
      .facts td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
      summary { cursor: pointer; font-weight: 600; }
      pre { overflow-x: auto; font-size: .85rem; }
      """;

  private RunPageStyle() {}
}
