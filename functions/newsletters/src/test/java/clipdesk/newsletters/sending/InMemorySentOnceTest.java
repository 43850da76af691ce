package clipdesk.newsletters.sending;

final class InMemorySentOnceTest extends SentOnceContract {
  @Override
  SentOnce once() {
    return new InMemorySentOnce();
  }
}
