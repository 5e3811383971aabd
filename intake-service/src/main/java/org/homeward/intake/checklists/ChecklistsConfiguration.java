package org.homeward.intake.checklists;

import static java.util.Objects.requireNonNull;

import org.homeward.durable.publication.Drain;
import org.homeward.frame.node.NodeSettings;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.worksheets.KeepChecks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of checklists, read once; intake does not start with a hole in them. */
@Configuration(proxyBeanMethods = false)
public class ChecklistsConfiguration {

  @Bean
  CheckRules checkRules(NodeSettings node) {
    return RuleFile.ours(requireNonNull(node.country()));
  }

  /** Worksheets need cases, and cases tell worksheets: the keeper is asked for when one changes. */
  @Bean
  Drain<KeptCase> besideChanges(CheckRules checkRules, ObjectProvider<KeepChecks> keepChecks) {
    var wantChecks = new WantChecks(checkRules);
    return changed -> new SetChecks(wantChecks, keepChecks.getObject()).drain(changed);
  }
}
