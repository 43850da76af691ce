package clipdesk.accounts;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration for tests that need one and look at none of it. */
public final class AccountsConfigs {
  private AccountsConfigs() {}

  public static AccountsConfig any() {
    return of("table");
  }

  public static AccountsConfig of(String table) {
    return new AccountsConfig(
        table,
        "pool",
        "client",
        "scope",
        "https://clipdesk.example",
        URI.create("https://api.clipdesk.example"),
        "2026-01",
        "accounts@clipdesk.example",
        "Council",
        "offer-key",
        "accounts-key",
        Optional.of("edge-key"),
        "topic",
        /* slowFloor= */ Duration.ofMillis(1500),
        /* fastFloor= */ Duration.ofMillis(800),
        /* mailsPerHourAndIp= */ 100,
        /* failedSignInsPerHourAndIp= */ 100);
  }
}
