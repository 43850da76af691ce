package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A press conference begins and everybody signs up at once: nobody gets another one's answer. */
final class CrowdIT {
  private static final int PEOPLE = 100;

  /** As many as ask at the same moment; each needs a Java process of its own on a laptop. */
  private static final int AT_ONCE = 4;

  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);

  /** One of the crowd, with a form that tells it from everybody else. */
  private record Guest(Person person, Map<String, Object> form, String verificationId) {}

  @Test
  void hundredJourneysAtOnceGiveEverybodyTheirOwnAnswers() throws Exception {
    Emulated.only(stack, "on AWS a network may ask for 20 mails an hour (MailsPerHourAndIp)");
    var guests = atOnce(IntStream.range(0, PEOPLE).boxed().toList(), this::signUp);
    assertThat(guests).extracting(Guest::verificationId).doesNotHaveDuplicates();

    var confirmed = atOnce(guests, this::confirm);
    assertThat(confirmed)
        .extracting(answer -> answer.text("returnTo"))
        .isEqualTo(guests.stream().map(guest -> guest.form().get("returnTo")).toList());

    var profiles = atOnce(guests, CrowdIT::signInAndRead);
    for (int i = 0; i < PEOPLE; i++) {
      assertThat(profiles.get(i).json())
          .containsEntry("email", guests.get(i).person().address())
          .containsEntry("name", "Guest " + i)
          .containsEntry("language", "uk")
          .containsEntry("emailVerified", true);
    }
    assertThat(profiles).extracting(profile -> profile.text("accountId")).doesNotHaveDuplicates();
  }

  private Guest signUp(int number) {
    var person = Person.named(stack, "guest", "uk");
    var form = person.registration();
    form.put("name", "Guest " + number);
    form.put("returnTo", "/uk/videos/presser?guest=" + number);
    var id = anonymous.post("/v1/accounts", form).expect(202).text("verificationId");
    return new Guest(person, form, id);
  }

  private Answer confirm(Guest guest) {
    var code = guest.person().mailbox().next("the sign-up code").code();
    return anonymous
        .post("/v1/verifications/" + guest.verificationId() + "/check", Map.of("code", code))
        .expect(200);
  }

  private static Answer signInAndRead(Guest guest) {
    guest.person().signIn(Person.PASSWORD).expect(201);
    return guest.person().api().get("/v1/me").expect(200);
  }

  /** The answers in the order of the people; the first failure fails all. */
  private static <T, R> List<R> atOnce(List<T> people, Function<T, R> act)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers = new ArrayList<R>();
      var asked =
          pool.invokeAll(people.stream().map(it -> (Callable<R>) () -> act.apply(it)).toList());
      for (var answer : asked) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
