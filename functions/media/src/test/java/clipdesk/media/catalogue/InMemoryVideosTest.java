package clipdesk.media.catalogue;

final class InMemoryVideosTest extends VideosContract {
  private final InMemoryVideos videos = new InMemoryVideos();

  @Override
  Videos videos() {
    return videos;
  }

  @Override
  VideoRows rows() {
    return videos;
  }
}
