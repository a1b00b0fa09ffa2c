package org.darvaza;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Indexes of the fictional lists of data-samples, built once by the command line. */
final class Samples {
  private static final Path SOURCES = Path.of(System.getenv("DARVAZA_SOURCE_DIR"), "data-samples");
  private static final String PROGRAM = System.getenv("DARVAZA_PROGRAM");

  static final Path INDEX = build("all", files("lists"));

  /** Without the list on which Nader Daryagozar stands. */
  static final Path SMALL_INDEX = build("small", List.of(SOURCES.resolve("lists/national.csv")));

  /** Entries on terms: a discreet one, one that is not released to all, stolen blanks. */
  static final Path SHARED_INDEX = build("shared", files("shared"));

  private Samples() {}

  /** Listed as NADER DARYAGOZAR, un-sc QDi.901: see data-samples/README.md, traveller f1. */
  static Traveller nader() {
    return Traveller.builder()
        .id("f1")
        .name("Надер Дарьягозар")
        .birthDate(1971, 3, 2)
        .nationality("IRN")
        .build();
  }

  static Traveller nobody() {
    return Traveller.builder().id("nobody").name("OKONKWO", "Chidi").build();
  }

  static List<Path> manifests() {
    return files("manifests");
  }

  /** What the command line writes to standard output. */
  static byte[] run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, PROGRAM);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) throw new AssertionError("failed: " + command);
      return output;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  static Path temporary(String name) {
    try {
      Path folder = Files.createTempDirectory("darvaza");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve(name);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Path build(String name, List<Path> lists) {
    Path index = temporary(name + ".dvz");
    List<String> arguments = new ArrayList<>(List.of("build", "--output", index.toString()));
    lists.forEach(list -> arguments.add(list.toString()));
    run(arguments.toArray(String[]::new));
    return index;
  }
}
