package clipdesk.common;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import clipdesk.common.identity.Caller;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The direction of dependencies that every module keeps. */
public final class ArchitectureRules {
  /** Of all that is ours, what a context may use beside itself. */
  private static final String[] SHARED = {"clipdesk.common..", "clipdesk.contracts.."};

  /** Who cuts, who asks for cuts, and who makes the index that they start from. */
  private static final String[] CUTTING = {
    "clipdesk.clips..",
    "clipdesk.media.clips..",
    "clipdesk.media.ingest..",
    "clipdesk.media.sound..",
    "clipdesk.media.texts.."
  };

  /** Who makes transcripts, who listens for them, and who searches them. */
  private static final String[] READING = {
    "clipdesk.media.transcripts..",
    "clipdesk.media.sound..",
    "clipdesk.media.texts..",
    "clipdesk.media.search.."
  };

  /** Adapters and wiring carry their technology in front of their name, entry points behind it. */
  private static final String EDGES =
      ".*\\.(Aws|Cognito|Dynamo|S3|Ses|Sns|Sqs|SecretsManager|Transcribe|Http|Emf|Cloud|Angus)[A-Z]\\w*(\\$.*)?"
          + "|.*(Controller|Handler|Wiring|Factory|Priming|Page|Pages|Filter|Answers?|Binder|Guard|Config)"
          + "(\\$.*)?"
          + "|.*\\$.*Definition.*|.*\\$Introspection.*|.*\\$Intercepted.*|.*\\.package-info";

  /** By its name: not every module has Micronaut. */
  private static final String GET = "io.micronaut.http.annotation.Get";

  private ArchitectureRules() {}

  /** Checks the main classes below a base package such as {@code clipdesk.media}. */
  public static void check(String basePackage) {
    JavaClasses imported =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(basePackage);
    useCasesKnowNeitherAwsNorHttp(imported);
    contextsDoNotReachIntoEachOther(imported, basePackage);
    noClassHasAnEmptyName(imported);
    chanceIsNeverPredictable(imported);
    whatNeedsACallerHasNoHead(imported);
    slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void useCasesKnowNeitherAwsNorHttp(JavaClasses imported) {
    noClasses()
        .that(not(nameMatching(EDGES)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "software.amazon..", "io.micronaut.http..", "com.amazonaws.services.lambda.."))
        .because("use cases know no AWS and no HTTP type")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void contextsDoNotReachIntoEachOther(JavaClasses imported, String basePackage) {
    var ours = resideInAPackage("clipdesk..");
    var own = resideInAPackage(basePackage + "..");
    var cutter = resideInAPackage("clipdesk.cutter..");
    var transcript = resideInAPackage("clipdesk.transcript..");
    noClasses()
        .should()
        .dependOnClassesThat(
            ours.and(not(own))
                .and(not(resideInAnyPackage(SHARED)))
                .and(not(cutter))
                .and(not(transcript)))
        .because("contexts meet in the messages of contracts, and in nothing that behaves")
        .allowEmptyShould(true)
        .check(imported);
    noClasses()
        .that(not(resideInAnyPackage(CUTTING)))
        .should()
        .dependOnClassesThat(cutter)
        .because("the cutter is a library of those who cut and index")
        .allowEmptyShould(true)
        .check(imported);
    noClasses()
        .that(not(resideInAnyPackage(READING)))
        .should()
        .dependOnClassesThat(transcript)
        .because("whoever does not read texts does not load what does")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void noClassHasAnEmptyName(JavaClasses imported) {
    classes()
        .that(not(JavaClass.Predicates.assignableTo(Throwable.class)))
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Dto|\\.Base[A-Z]\\w*)")
        .because("such a name says nothing about what the class is")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void chanceIsNeverPredictable(JavaClasses imported) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
        .orShould()
        .callMethod(Math.class, "random")
        .because("codes and ids come from SecureRandom (ASVS 6.5.3)")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void whatNeedsACallerHasNoHead(JavaClasses imported) {
    methods()
        .that()
        .areAnnotatedWith(GET)
        .and(DescribedPredicate.describe("take a caller", ArchitectureRules::takesACaller))
        .should()
        .notBeAnnotatedWith(DescribedPredicate.describe("a HEAD", ArchitectureRules::bringsAHead))
        .because("the gateway asks no authorizer about methods that it does not know")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static boolean takesACaller(JavaMethod method) {
    return method.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Caller.class));
  }

  private static boolean bringsAHead(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName().equals(GET)
        && annotation.get("headRoute").map(Boolean.TRUE::equals).orElse(true);
  }
}
