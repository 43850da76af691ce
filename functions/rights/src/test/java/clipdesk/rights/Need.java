package clipdesk.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An action of IAM and what it is done to, named as in template.yaml.
 *
 * @param why the request that needs it
 */
record Need(String action, String resource, Asked why) {
  private static final Set<String> READS = Set.of("GetObject", "HeadObject", "ListObjectsV2");

  /** By AWS's Service Authorization Reference; nothing for what is not signed. */
  static List<Need> of(Asked request, Role role) {
    if (!request.signed()) {
      return List.of();
    }
    var target = request.header("x-amz-target").orElse("");
    if (target.startsWith("DynamoDB")) {
      return dynamo(request, role);
    }
    if (target.startsWith("AWSCognito")) {
      var pool = (String) request.json().get("UserPoolId");
      return List.of(new Need("cognito-idp:" + request.operation(), pool, request));
    }
    if (target.startsWith("AmazonSQS")) {
      var queue = (String) request.json().get("QueueUrl");
      var name = queue.substring(queue.lastIndexOf('/') + 1);
      // A batch needs the right of what is in it.
      var action = "sqs:" + request.operation().replaceAll("Batch$", "");
      return List.of(new Need(action, name, request));
    }
    if (target.startsWith("Transcribe")) {
      return transcribe(request);
    }
    if (target.startsWith("secretsmanager")) {
      return role.secrets().stream()
          .map(it -> new Need("secretsmanager:" + request.operation(), it, request))
          .toList();
    }
    if (request.field("Action").isPresent()) {
      return form(request);
    }
    return s3(request);
  }

  /** A job reads its sound and writes its words with the rights of who starts it. */
  private static List<Need> transcribe(Asked request) {
    var body = request.json();
    var needs = new ArrayList<Need>();
    var job = "transcription-job/" + body.get("TranscriptionJobName");
    needs.add(new Need("transcribe:" + request.operation(), job, request));
    if (body.get("Media") instanceof Map<?, ?> media) {
      var sound = ((String) media.get("MediaFileUri")).replace("s3://", "");
      needs.add(new Need("s3:GetObject", sound, request));
      var words = body.get("OutputBucketName") + "/" + body.get("OutputKey");
      needs.add(new Need("s3:PutObject", words, request));
    }
    return needs;
  }

  private static List<Need> form(Asked request) {
    var needs = new ArrayList<Need>();
    request.field("TopicArn").ifPresent(it -> needs.add(new Need("sns:Publish", it, request)));
    var action = "ses:" + request.operation();
    request.field("Source").ifPresent(_ -> needs.add(new Need(action, "SesIdentityArn", request)));
    request.field("ConfigurationSetName").ifPresent(it -> needs.add(new Need(action, it, request)));
    return needs.isEmpty() ? List.of(new Need(action, "*", request)) : needs;
  }

  private static List<Need> dynamo(Asked request, Role role) {
    var body = request.json();
    if (body.get("TransactItems") instanceof List<?> items) {
      // A transaction needs the rights of what stands in it, and none of its own.
      return items.stream()
          .flatMap(item -> ((Map<?, ?>) item).entrySet().stream())
          .map(it -> item((String) it.getKey(), (Map<?, ?>) it.getValue(), request, role))
          .toList();
    }
    var action = "dynamodb:" + request.operation();
    if (body.get("RequestItems") instanceof Map<?, ?> tables) {
      return tables.keySet().stream()
          .map(table -> new Need(action, role.table((String) table), request))
          .toList();
    }
    var table = role.table((String) body.get("TableName"));
    var index = body.containsKey("IndexName") ? "/index/" + body.get("IndexName") : "";
    return List.of(new Need(action, table + index, request));
  }

  private static Need item(String kind, Map<?, ?> item, Asked request, Role role) {
    var action = kind.equals("ConditionCheck") ? "ConditionCheckItem" : kind + "Item";
    return new Need("dynamodb:" + action, role.table((String) item.get("TableName")), request);
  }

  private static List<Need> s3(Asked request) {
    var needs = new ArrayList<Need>();
    var operation = request.operation();
    boolean version = request.hasParameter("versionId=");
    if (READS.contains(operation)) {
      // Without it S3 says 403 of what is not there.
      needs.add(new Need("s3:ListBucket", request.path().replaceAll("/.*", ""), request));
    }
    switch (operation) {
      case "GetObject", "HeadObject" ->
          needs.add(
              new Need(version ? "s3:GetObjectVersion" : "s3:GetObject", request.path(), request));
      case "GetObjectAttributes" -> {
        var name = version ? "s3:GetObjectVersion" : "s3:GetObject";
        needs.add(new Need(name, request.path(), request));
        needs.add(new Need(name + "Attributes", request.path(), request));
      }
      case "DeleteObject" ->
          needs.add(
              new Need(
                  version ? "s3:DeleteObjectVersion" : "s3:DeleteObject", request.path(), request));
      case "AbortMultipartUpload" ->
          needs.add(new Need("s3:AbortMultipartUpload", request.path(), request));
      case "ListObjectsV2" -> {
        // Nothing but the right to list.
      }
      case "UploadPartCopy", "CopyObject" -> {
        needs.add(new Need("s3:PutObject", request.path(), request));
        needs.add(copied(request));
      }
      case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "PutObject" -> {
        needs.add(new Need("s3:PutObject", request.path(), request));
        if (request.header("if-match").isPresent()) {
          // A write on the condition of a tag reads the tag.
          needs.add(new Need("s3:GetObject", request.path(), request));
        }
      }
      default -> throw new IllegalStateException("Unknown to this test: " + operation);
    }
    return needs;
  }

  private static Need copied(Asked request) {
    var source = request.header("x-amz-copy-source").orElseThrow().split("\\?versionId=", -1);
    return new Need(
        source.length > 1 ? "s3:GetObjectVersion" : "s3:GetObject",
        source[0].replaceAll("^/", ""),
        request);
  }

  @Override
  public String toString() {
    return action + " on " + resource + " for " + why;
  }
}
