package dev.wardrobe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Made-up data is the same to the last byte on every machine: so nothing that makes it may use what
 * differs between machines, such as Math.sin, which may be rounded either way, or fonts.
 */
class SameEverywhereTest {
  /** Only StrictMath has these with a result that is prescribed to the last bit. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "pow",
          "hypot", "cbrt", "sinh", "cosh", "tanh", "expm1", "log1p", "random");

  private static final Set<String> TURNS = Set.of("rotate", "getRotateInstance", "setToRotation");

  private static final Set<String> TEXT = Set.of("drawString", "drawGlyphVector");

  private static final Set<String> TYPES =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom",
          "java.awt.Font");

  private static final ArchRule RULE =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("differs between machines", SameEverywhereTest::differs));

  private static boolean differs(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return (owner.equals("java.lang.Math") && INEXACT.contains(name))
        || (owner.startsWith("java.awt.") && (TURNS.contains(name) || TEXT.contains(name)))
        || TYPES.contains(owner);
  }

  @Test
  void synthesis_uses_nothing_that_differs_between_machines() {
    JavaClasses synthesis =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wardrobe.synthesis")
            .that(resideInAPackage("dev.wardrobe.synthesis.."));
    assertThat(synthesis).hasSizeGreaterThan(20);
    RULE.check(synthesis);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Sine.class,
        SineByName.class,
        Turn.class,
        Letters.class,
        Type.class,
        Chance.class,
        Secret.class
      })
  void each_of_them_would_be_noticed(Class<?> wrong) {
    JavaClasses one = new ClassFileImporter().importClasses(wrong);
    assertThatThrownBy(() -> RULE.check(one))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(wrong.getSimpleName());
  }

  @Test
  void exact_functions_are_allowed() {
    RULE.check(new ClassFileImporter().importClasses(Exact.class));
  }

  static final class Sine {
    static double of(double x) {
      return Math.sin(x);
    }
  }

  static final class SineByName {
    static final DoubleUnaryOperator FUNCTION = Math::sin;
  }

  static final class Turn {
    static AffineTransform of(double angle) {
      return AffineTransform.getRotateInstance(angle);
    }
  }

  static final class Letters {
    static void write(Graphics2D graphics) {
      graphics.drawString("x", 0, 0);
    }
  }

  static final class Type {
    static Font of() {
      return new Font("Serif", Font.PLAIN, 10);
    }
  }

  static final class Chance {
    static int of() {
      return new Random(1).nextInt();
    }
  }

  static final class Secret {
    static int of() {
      return new SecureRandom().nextInt();
    }
  }

  static final class Exact {
    static double of(double x) {
      return StrictMath.sin(x) + Math.sqrt(Math.abs(Math.rint(x)));
    }
  }
}
