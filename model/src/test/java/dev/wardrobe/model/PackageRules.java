package dev.wardrobe.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;

/** What holds of the packages inside of one package, such as those of a module. */
@NullMarked
public final class PackageRules {
  private final String root;
  private final JavaClasses classes;

  private PackageRules(String root, JavaClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  /**
   * Of the classes in a package, tests left out. Of those that they use, only ours and Java's are
   * read: native ones are thousands.
   */
  public static PackageRules of(String root) {
    return new PackageRules(
        root,
        ArchConfiguration.withThreadLocalScope(configuration -> {
          configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
          configuration.setClassResolverArguments("dev.wardrobe", "java");
          return new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages(root);
        }));
  }

  /** The classes that the rules are of. */
  public JavaClasses classes() {
    return classes;
  }

  /** Of the packages inside, a package knows no others; outside it may know any. */
  public void mayKnow(String name, String... others) {
    var allowed = resideInAPackage(inside(name));
    for (String other : others) {
      allowed = allowed.or(resideInAPackage(inside(other)));
    }
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(inside(name))
        .should()
        .onlyDependOnClassesThat(allowed.or(not(resideInAPackage(root + ".."))))
        .allowEmptyShould(true)
        .check(classes);
  }

  private String inside(String name) {
    return root + "." + name + "..";
  }

  /** No two packages know each other, around corners neither. */
  public void haveNoCycles() {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  /** What is said is returned or thrown, and it is the program that ends. */
  public void leaveConsoleAndProcessAlone() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
    noClasses().should().callMethod(System.class, "exit", int.class).check(classes);
  }
}
