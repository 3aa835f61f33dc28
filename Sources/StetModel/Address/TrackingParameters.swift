/// Query parameters that tell where a reader came from and never choose the page.
///
/// Only names that a campaign or advertising tool owns: a general word (`ref`, `source`, `from`) may choose the page.
enum TrackingParameters {
  private static let names: Set<String> = [
    "_ga", "_gl", "_hsenc", "_hsmi", "cmpid", "dclid", "epik", "fb_action_ids", "fb_action_types", "fb_ref",
    "fb_source",
    "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "hsctatracking", "icid", "igsh", "igshid", "li_fat_id",
    "mc_cid",
    "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "rb_clickid", "s_cid", "scid", "ttclid", "twclid",
    "vero_conv", "vero_id", "wbraid", "wickedid", "xtor", "yclid", "ysclid",
  ]

  private static let prefixes = ["utm_", "hsa_", "pk_", "mtm_", "matomo_", "piwik_", "at_campaign", "at_medium"]

  /// Whether `name=value` is one.
  static func contains(_ parameter: Substring) -> Bool {
    let name = ASCII.lowercased(String(parameter.prefix { $0 != "=" }))
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }
}
