package clipdesk.media.catalogue;

import clipdesk.media.LocalStack;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoVideosIT extends VideosContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Videos videos() {
    return new DynamoVideos(LOCAL.dynamo(), LOCAL.config());
  }

  @Override
  VideoRows rows() {
    return new DynamoVideoRows(LOCAL.dynamo(), LOCAL.config().table());
  }
}
