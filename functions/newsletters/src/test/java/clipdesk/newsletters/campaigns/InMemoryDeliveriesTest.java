package clipdesk.newsletters.campaigns;

final class InMemoryDeliveriesTest extends DeliveriesContract {
  private final Deliveries deliveries = new InMemoryDeliveries();

  @Override
  Deliveries deliveries() {
    return deliveries;
  }
}
