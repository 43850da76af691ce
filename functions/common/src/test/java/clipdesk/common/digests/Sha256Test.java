package clipdesk.common.digests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class Sha256Test {
  /** The example of FIPS 180-4 for a message of one block. */
  @Test
  void abcHasTheHashOfTheStandard() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aShortHashIsTheBeginningOfTheWhole() {
    assertThat(Sha256.hex("abc", 4)).isEqualTo("ba7816bf");
    assertThat(Sha256.hex("abc", 32)).isEqualTo(Sha256.hex("abc"));
  }

  @Test
  void lettersBeyondAsciiAreHashedAsUtf8() {
    assertThat(Sha256.hex("é"))
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }
}
