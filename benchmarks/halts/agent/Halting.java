import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * An agent that ends its function's process at a named point, whenever there is leave to: a file of
 * the point's name, which one process takes away. Nothing of it is in a function's zip.
 */
public final class Halting implements ClassFileTransformer {
  private static final ClassDesc SELF = ClassDesc.of("Halting");
  private static final MethodTypeDesc TEXT_TO_NOTHING =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

  private static Path leaves;

  private final List<HaltPoint> points;

  private Halting(List<HaltPoint> points) {
    this.points = points;
  }

  /**
   * @param folder of the leaves
   */
  public static void premain(String folder, Instrumentation instrumentation) {
    leaves = Path.of(folder);
    var function = System.getenv("AWS_LAMBDA_FUNCTION_NAME");
    instrumentation.addTransformer(
        new Halting(
            HaltPoint.ALL.stream().filter(it -> function.endsWith("-" + it.function())).toList()));
  }

  /** Called by the function, at the point. */
  public static void reached(String name) {
    var point = HaltPoint.named(name);
    if (point.within().isEmpty() || calledBy(point.within())) {
      try {
        if (Files.deleteIfExists(leaves.resolve(name))) {
          Runtime.getRuntime().halt(137);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean calledBy(String type) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(it -> it.getClassName().endsWith("." + type)));
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] compiled) {
    var here = points.stream().filter(it -> name.endsWith("/" + it.type())).toList();
    if (here.isEmpty()) {
      return null;
    }
    try {
      return changed(loader, compiled, here);
    } catch (RuntimeException e) {
      // The virtual machine would say nothing, and the point would be none.
      e.printStackTrace();
      throw e;
    }
  }

  private static byte[] changed(ClassLoader loader, byte[] compiled, List<HaltPoint> here) {
    var files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver()
                    .orElse(ClassHierarchyResolver.ofResourceParsing(loader))));
    var changed = compiled;
    for (var point : here) {
      changed =
          files.transformClass(
              files.parse(changed),
              ClassTransform.transformingMethodBodies(
                  method -> method.methodName().equalsString(point.method()), at(point)));
    }
    return changed;
  }

  private static CodeTransform at(HaltPoint point) {
    return point.before()
        ? CodeTransform.ofStateful(() -> new AtEntry(point.name()))
        : (code, element) -> {
          if (element instanceof ReturnInstruction) {
            call(code, point.name());
          }
          code.with(element);
        };
  }

  private static void call(CodeBuilder code, String point) {
    code.ldc(point).invokestatic(SELF, "reached", TEXT_TO_NOTHING);
  }

  private record AtEntry(String point) implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      call(code, point);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }
}
