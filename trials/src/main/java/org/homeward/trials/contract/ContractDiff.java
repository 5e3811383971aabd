package org.homeward.trials.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.local.command.WrongUse;

/**
 * Compares what others rely on with a commit: descriptions of the APIs and topics, schemas, golden
 * messages, stored documents. Words for people may differ.
 */
public final class ContractDiff {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;

  private final Path root;
  private final PrintStream out;

  public ContractDiff(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  /** Exit status 1 when something differs. */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 1) {
      throw new WrongUse("contract-diff takes a revision, such as HEAD~3");
    }
    Revision revision = Revision.of(root, arguments.getFirst());
    Set<String> before = contract(revision.files().collect(Collectors.toSet()));
    Set<String> now = contract(Revision.filesNow(root).collect(Collectors.toSet()));
    now.removeIf(path -> !Files.exists(root.resolve(path)));
    int differences = 0;
    Set<String> all = new TreeSet<>(before);
    all.addAll(now);
    for (String path : all) {
      ContractFile kind = ContractFile.of(path).orElseThrow();
      if (before.contains(path) && now.contains(path)) {
        for (String each :
            kind.differences(path, revision.read(path), Files.readAllBytes(root.resolve(path)))) {
          out.println(path + " " + each);
          differences++;
        }
      } else if (before.contains(path)) {
        out.println(path + " is gone");
        differences++;
      } else if (kind == ContractFile.STORED) {
        out.println(path + " is new: nothing in " + arguments.getFirst() + " to compare it with");
      } else {
        out.println(path + " is new");
        differences++;
      }
    }
    out.printf("%d files, %d differences%n", all.size(), differences);
    return differences == 0 ? SAME : DIFFERENT;
  }

  private static Set<String> contract(Set<String> paths) {
    return paths.stream()
        .filter(path -> ContractFile.of(path).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
