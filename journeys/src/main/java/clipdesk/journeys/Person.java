package clipdesk.journeys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody with an address, a mailbox and, in time, an account. */
public final class Person {
  public static final String PASSWORD = "Correct-Horse-77!";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The terms in force, by portal: read once, as a page does. */
  private static final Map<String, String> TERMS = new ConcurrentHashMap<>();

  private final Api anonymous;
  private final String termsVersion;
  private final String address;
  private final String language;
  private final Mailbox mailbox;
  private Api api;
  private String verificationId = "";

  private Person(Stack stack, String name, String language) {
    this.anonymous = Api.of(stack).with("Accept-Language", language);
    this.api = anonymous;
    this.address = unique(name) + "@outlet.example";
    this.language = language;
    this.mailbox = new Mailbox(stack, address);
    this.termsVersion =
        TERMS.computeIfAbsent(
            stack.apiUrl(), _ -> anonymous.get("/v1/terms").expect(200).text("version"));
  }

  /** A person nobody has met before. */
  public static Person named(Stack stack, String name, String language) {
    return new Person(stack, name, language);
  }

  /** A name that no other run uses. */
  public static String unique(String name) {
    var bytes = new byte[5];
    RANDOM.nextBytes(bytes);
    return name + "-" + HexFormat.of().formatHex(bytes);
  }

  public String address() {
    return address;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  /** Calls with this person's access token, once signed in. */
  public Api api() {
    return api;
  }

  public String verificationId() {
    return verificationId;
  }

  public Map<String, Object> registration() {
    var form = new LinkedHashMap<String, Object>();
    form.put("email", address);
    form.put("password", PASSWORD);
    form.put("name", "A. Martin");
    form.put("outlet", "Outlet");
    form.put("language", language);
    form.put("termsVersion", termsVersion);
    form.put("returnTo", "/" + language + "/videos/presser?t=1,2");
    return form;
  }

  public Answer signUp() {
    var answer = anonymous.post("/v1/accounts", registration()).expect(202);
    verificationId = answer.text("verificationId");
    return answer;
  }

  /** Asks for another code of the running verification. */
  public Answer resend() {
    return anonymous.post("/v1/verifications/" + verificationId + "/resend", Map.of());
  }

  /** Asks for a code for a new password; the address's cool-down must be over. */
  public Answer forgetPassword(String returnTo) {
    var answer =
        anonymous
            .post("/v1/password-resets", Map.of("email", address, "returnTo", returnTo))
            .expect(202);
    verificationId = answer.text("verificationId");
    return answer;
  }

  public Answer resetPassword(String code, String newPassword) {
    return anonymous.put(
        "/v1/password-resets/" + verificationId, Map.of("code", code, "newPassword", newPassword));
  }

  /** Asks to have another address from now on; what it leads to is checked like a sign-up. */
  public Answer moveTo(String newAddress, String password) {
    var answer = api.put("/v1/me/email", Map.of("email", newAddress, "password", password));
    if (answer.status() == 202) {
      verificationId = answer.text("verificationId");
    }
    return answer;
  }

  public Answer check(String code) {
    return anonymous.post("/v1/verifications/" + verificationId + "/check", Map.of("code", code));
  }

  public Answer signIn(String password) {
    var answer = anonymous.post("/v1/sessions", Map.of("email", address, "password", password));
    if (answer.status() == 201) {
      api = anonymous.signedIn(answer.text("accessToken"));
    }
    return answer;
  }

  /** Signs up, types the code from the mail and signs in; the answer is that of the code. */
  public Answer join() {
    signUp();
    var confirmed = check(mailbox.next("the sign-up code").code()).expect(200);
    signIn(PASSWORD).expect(201);
    return confirmed;
  }

  /** Presses the newsletter button that a confirmed sign-up offers. */
  public Answer takeOffer(Answer confirmed, Map<String, Object> topic) {
    var offer = (Map<?, ?>) confirmed.json().get("newsletterOffer");
    return anonymous.put(
        "/v1/newsletter-offers/" + offer.get("offer"),
        Map.of(
            "topics", List.of(topic.get("topic")),
            "language", language,
            "consentTextVersion", topic.get("consentTextVersion")));
  }

  public String termsVersion() {
    return termsVersion;
  }
}
