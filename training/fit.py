"""Fits the three models and packs their weights; the same phrases and code give the same bytes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pycrfsuite
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from assistant.phrases import intent, tagger
from training.augment import varied
from training.phrases import Example, Set, example, of_intents

ORDINARY = 2  # times that a word must stand outside of names to count as one that is seldom a name
VARIANTS = 3  # of each phrase, beside itself
VARIANTS_OF_INTENTS = 1  # for the intents, which gain nothing from more
_LEAST = 4  # hundredths; smaller weights are left out
_LEAST_OF_INTENTS = 3
_SHARPNESS = 5.0  # times the margins; the log loss on sets left out is least from 4 to 5


def packed(sets: Sequence[Set]) -> dict[str, Any]:
    """The weights learnt from the sets, in the layout of the file, without a digest."""
    ordinary = _ordinary(sets)
    examples = list(_examples(sets, ordinary))
    own = [one for at, one in enumerate(examples) if at % (VARIANTS + 1) <= VARIANTS_OF_INTENTS]
    return {
        "digest": "",
        "ordinary": sorted(ordinary),
        "intent": _intent([*own, *of_intents(ordinary)]),
        "people": _people(examples),
        "texts": _texts(examples),
    }


def _examples(sets: Sequence[Set], ordinary: frozenset[str]) -> Iterable[Example]:
    for of in sets:
        for phrase in of.phrases:
            yield example(phrase, of, ordinary)
            for other in varied(phrase, of, sets, VARIANTS):
                yield example(other, of, ordinary)


def _ordinary(sets: Sequence[Set]) -> frozenset[str]:
    """Small words of the phrases that stand outside of people and are typed in small letters."""
    count: Counter[str] = Counter()
    for of in sets:
        for phrase in of.phrases:
            one = example(phrase, of, frozenset())
            for word, low, tag in zip(one.tokens.words, one.tokens.low, one.people, strict=True):
                if tag == "O" and word == low and low.isalpha():
                    count[low] += 1
                elif tag != "O":
                    count[low] -= 2
    return frozenset(word for word, times in count.items() if times >= ORDINARY)


def _intent(examples: Sequence[Example]) -> dict[str, Any]:
    rows = [intent.features(one.tokens, one.surface, one.thread) for one in examples]
    often = Counter(feature for row in rows for feature in row)
    vocabulary = {feature: at for at, feature in enumerate(sorted(f for f, times in often.items() if times >= 3))}
    columns = [[vocabulary[f] for f in row if f in vocabulary] for row in rows]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([at for row in columns for at in row])
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(vocabulary)))
    model = LinearSVC(C=0.03, class_weight="balanced", random_state=0)
    model.fit(matrix, [one.intent for one in examples])
    weights = np.rint(model.coef_ * _SHARPNESS * 100).astype(int)
    weights[:, vocabulary["*"]] += np.rint(model.intercept_ * _SHARPNESS * 100).astype(int)
    state = {}
    for feature, at in vocabulary.items():
        column = weights[:, at]
        flat_weights = [
            int(each) for tag in np.nonzero(abs(column) >= _LEAST_OF_INTENTS)[0] for each in (tag, column[tag])
        ]
        if flat_weights:
            state[feature] = flat_weights
    return {"tags": [str(each) for each in model.classes_], "state": state}


def _people(examples: Sequence[Example]) -> dict[str, Any]:
    asked = [one for one in examples if one.intent in tagger.ROLES]
    return _chain(
        (tagger.people_features(one.tokens, one.intent, one.surface) for one in asked), [one.people for one in asked]
    )


def _texts(examples: Sequence[Example]) -> dict[str, Any]:
    asked = [one for one in examples if one.intent in tagger.TEXTS]
    found = (tagger.text_features(one.tokens, one.intent, one.surface, one.people) for one in asked)
    return _chain(found, [one.texts for one in asked])


def _chain(found: Iterable[list[list[str]]], tags: Sequence[list[str]]) -> dict[str, Any]:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.12, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 2})
    for features, own in zip(found, tags, strict=True):
        if own:
            trainer.append(features, own)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        learnt = pycrfsuite.Tagger()
        learnt.open(path)
        info = learnt.info()
        learnt.close()
    names = sorted(info.labels)
    number = {tag: at for at, tag in enumerate(names)}
    state: dict[str, list[int]] = defaultdict(list)
    for (feature, tag), weight in sorted(info.state_features.items()):
        if abs(round(weight * 100)) >= _LEAST:
            state[feature] += [number[tag], round(weight * 100)]
    step = [[number[one], number[other], round(w * 100)] for (one, other), w in sorted(info.transitions.items())]
    return {"tags": names, "state": dict(state), "step": step}
