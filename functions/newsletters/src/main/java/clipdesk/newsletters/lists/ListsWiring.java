package clipdesk.newsletters.lists;

import clipdesk.common.aws.AwsClients;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfLists;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes what the API function of lists hands out links and tells of work with. */
@OfLists
@Factory
final class ListsWiring {
  @Singleton
  S3Presigner presigner() {
    return S3Presigner.builder()
        .region(AwsClients.region())
        .credentialsProvider(AwsClients.credentials())
        .build();
  }

  @Singleton
  ListWork work(Provider<SqsClient> sqs, NewslettersConfig config) {
    return new SqsListWork(sqs, config);
  }

  @Singleton
  ListLinks links(Provider<S3Presigner> presigner, NewslettersConfig config) {
    return new S3ListLinks(presigner, config);
  }
}
