package clipdesk.media.search;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/**
 * Has the newest shard fetched and open by the first search: it is done on a thread of its own
 * while the function starts, which has a processor to spare.
 */
@Context
@Requires(property = "media.api", value = "search")
final class OpenedAhead {
  OpenedAhead(OpenShards shards) {
    Thread.ofPlatform().daemon().name("newest-shard").start(shards::openNewest);
  }
}
