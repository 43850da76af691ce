package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.aws.LocalBuckets;
import clipdesk.common.aws.SourceChangedException;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Cuts that must not be: nothing of them is published, and no upload is left. */
final class RefusedCutsIT {
  @RegisterExtension static final LocalCuts LOCAL = new LocalCuts();

  @Test
  void masterThatIsReplacedAfterItsIndexWasReadIsRefused() throws IOException {
    var master = LOCAL.put(LOCAL.unversioned);
    try (var source = LOCAL.source(LOCAL.unversioned, master);
        var sink = LOCAL.sink("replaced", LOCAL.unversioned, master, LOCAL.s3())) {
      var index = MasterIndexReader.read(source);
      LOCAL.replace();

      assertThatThrownBy(
              () ->
                  LOCAL
                      .cutter()
                      .cut(LOCAL.request(true), index, source, sink, ProgressListener.NONE))
          .isInstanceOf(SourceChangedException.class);
    }
    LOCAL.assertNothingIsLeft("replaced");
  }

  @Test
  void noByteOfAnotherMasterIsCopied() throws IOException {
    var master = LOCAL.put(LOCAL.unversioned);
    LOCAL.replace();

    try (var sink = LOCAL.sink("other", LOCAL.unversioned, master, LOCAL.s3())) {
      sink.copyPart(1, 0, master.sizeBytes());
      assertThatThrownBy(() -> sink.finish(master.sizeBytes()))
          .isInstanceOf(SourceChangedException.class);
    }
    LOCAL.assertNothingIsLeft("other");
  }

  @Test
  void masterWhoseVersionIsDeletedIsRefused() throws IOException {
    var master = LOCAL.put(LOCAL.masters);
    LOCAL
        .s3()
        .deleteObject(
            it -> it.bucket(LOCAL.masters).key(master.key()).versionId(master.versionId()));

    try (var sink = LOCAL.sink("deleted", LOCAL.masters, master, LOCAL.s3())) {
      sink.copyPart(1, 0, master.sizeBytes());
      assertThatThrownBy(() -> sink.finish(master.sizeBytes()))
          .isInstanceOf(SourceChangedException.class);
    }
    LOCAL.assertNothingIsLeft("deleted");
  }

  @Test
  void clipWithoutOneOfItsPartsIsNotPublished() throws IOException {
    var master = LOCAL.put(LOCAL.masters);

    try (var sink = LOCAL.sink("gap", LOCAL.masters, master, LOCAL.s3())) {
      sink.copyPart(1, 0, master.sizeBytes());
      assertThatThrownBy(() -> sink.finish(master.sizeBytes() + 1))
          .isInstanceOf(VerificationFailedException.class);
    }
    LOCAL.assertNothingIsLeft("gap");
  }

  @Test
  void replacedMasterIsToldInTheStatus() throws IOException {
    var id = ClipRequestHandlerTest.ID;
    var master = LOCAL.put(LOCAL.unversioned);
    LOCAL.replace();
    var request =
        ClipRequestHandlerTest.REQUEST
            .replace("masters/x/master.mp4", master.key())
            .replace("\"versionId\":\"v\"", "\"versionId\":\"%s\"".formatted(master.versionId()))
            .replace("\"etag\":\"e\"", "\"etag\":\"%s\"".formatted(plain(master.etag())))
            .replace("64", Long.toString(master.sizeBytes()));
    LOCAL.put("clip-requests/" + id + ".json", request);
    var store = new S3ClipStore(LOCAL.s3(), new ClipsConfig(LOCAL.unversioned, LOCAL.clips));

    new CutClip(store, LOCAL.cutter(), InstantSource.system())
        .cut(id, "worker", Duration.ofMinutes(1));

    assertThat(store.status(id).flatMap(ClipStore.TaggedStatus::status).orElseThrow().failure())
        .contains(new ClipStatus.Failure("source-changed", false));
    assertThat(LOCAL.uploads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        UploadPartRequest.class,
        UploadPartCopyRequest.class,
        CompleteMultipartUploadRequest.class
      })
  void uploadThatFailsIsThrownAway(Class<?> failing) throws IOException {
    var master = LOCAL.put(LOCAL.masters);
    try (var broken = failingAt(failing)) {
      assertThatThrownBy(() -> LOCAL.cut("broken", master, /* copyInside= */ true, broken))
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("the line is cut");
    }
    LOCAL.assertNothingIsLeft("broken");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void clipThatIsThereStaysAsItWas(boolean copyInside) throws IOException {
    var master = LOCAL.put(LOCAL.masters);
    LOCAL.put("there", "precious");

    assertThatThrownBy(() -> LOCAL.cut("there", master, copyInside, LOCAL.s3()))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(
            LOCAL.s3().getObjectAsBytes(get -> get.bucket(LOCAL.clips).key("there")).asUtf8String())
        .isEqualTo("precious");
    assertThat(LOCAL.uploads()).isZero();
  }

  private static S3Client failingAt(Class<?> request) {
    var cutsTheLine =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (request.isInstance(context.request())) {
              throw SdkClientException.create("the line is cut");
            }
          }
        };
    return LocalBuckets.client()
        .overrideConfiguration(it -> it.addExecutionInterceptor(cutsTheLine))
        .build();
  }

  private static String plain(String etag) {
    return etag.replace("\"", "");
  }
}
