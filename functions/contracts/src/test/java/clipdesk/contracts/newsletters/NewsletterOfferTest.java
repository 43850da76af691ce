package clipdesk.contracts.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NewsletterOfferTest {
  private static final Golden GOLDEN =
      Golden.of(NewsletterOfferTest.class, "newsletter-offer.json");
  private static final NewsletterOffer OFFER =
      new NewsletterOffer(
          "5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11",
          "ada@press.example",
          Instant.parse("2026-02-12T15:00:00.900Z"),
          Instant.parse("2026-02-12T16:00:00.900Z"),
          "3f2b7a52-8d0e-4a6d-9d0f-6c1f0f6a2f10");

  @Test
  void claimsAreWrittenAsCommitted() {
    assertThat(OFFER.json()).isEqualTo(GOLDEN.written());
  }

  @Test
  void offerIsReadAsItWasMade() {
    var token = OFFER.token(NewsletterOfferTest::mac);

    assertThat(token).isEqualTo(signed(OFFER.json())).startsWith("o1.");
    assertThat(NewsletterOffer.read(token, NewsletterOfferTest::mac)).contains(OFFER);
    assertThat(NewsletterOffer.read(signed(GOLDEN.text()), NewsletterOfferTest::mac))
        .contains(OFFER);
  }

  @Test
  void offerThatAnotherKeySignedIsNone() {
    var token = OFFER.token(NewsletterOfferTest::mac);

    assertThat(NewsletterOffer.read(token, text -> new byte[] {1})).isEmpty();
    assertThat(NewsletterOffer.read(token + "A", NewsletterOfferTest::mac)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "o1", "o1.e30", "o1..", "o1.e30.x", "o1.e30.e30.x"})
  void textOfAnotherFormIsNone(String token) {
    assertThat(NewsletterOffer.read(token, NewsletterOfferTest::mac)).isEmpty();
  }

  @Test
  void formThatWeDoNotKnowIsNone() {
    var later = "o2." + base64(bytes(OFFER.json()));
    var token = later + "." + base64(mac(bytes(later)));

    assertThat(NewsletterOffer.read(token, NewsletterOfferTest::mac)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "sub":"5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11" | "sub":7             | sub
          "email":"ada@press.example"                  | "address":"ada"     | email
          "verifiedAt":1770908400                      | "verifiedAt":"now"  | verifiedAt
          "exp":1770912000                             | "exp":1.5           | exp
          "exp":1770912000                             | "exp":null          | exp
          "jti":"3f2b7a52-8d0e-4a6d-9d0f-6c1f0f6a2f10" | "jti":[]            | jti
          """)
  void signedOfferWithABadMemberIsMalformedAndSaysWhichOne(String good, String bad, String member) {
    var token = signed(OFFER.json().replace(good, bad));

    assertThatThrownBy(() -> NewsletterOffer.read(token, NewsletterOfferTest::mac))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  @Test
  void signedRubbishIsMalformed() {
    assertThatThrownBy(() -> NewsletterOffer.read(signed("[]"), NewsletterOfferTest::mac))
        .isInstanceOf(UnreadableException.class);
    var noBase64 = "o1.?";
    var token = noBase64 + "." + base64(mac(bytes(noBase64)));
    assertThatThrownBy(() -> NewsletterOffer.read(token, NewsletterOfferTest::mac))
        .isInstanceOf(UnreadableException.class);
  }

  private static String signed(String claims) {
    var text = "o1." + base64(bytes(claims));
    return text + "." + base64(mac(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A hash with a key that only this test has: what contexts use is theirs. */
  private static byte[] mac(byte[] text) {
    return bytes("known " + Arrays.hashCode(text));
  }
}
