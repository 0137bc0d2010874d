"""Samples come out as loud as they should, and never louder than they may."""

from __future__ import annotations

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.audio import levels
from audiofy.audio.encoder import SCALE
from audiofy.model import Speech

RATE = 22050
CEILING_DB = levels.decibels(levels.CEILING)


def speechlike(seed: int, seconds: float, peak: float) -> np.ndarray:
    """Noise in bursts, most of it below 4 kHz as in speech, and begun and ended softly as trimmed clips are.

    A step at full level has sound of every frequency in it, of which four points a frame miss up to 0.6 dB.
    """
    random = np.random.default_rng(seed)
    count = int(seconds * RATE)
    noise = soxr.resample(random.standard_normal(count // 3 + 1), RATE / 3, RATE)[:count]
    bursts = np.repeat(random.random(count // 2000 + 1) ** 2, 2000)[: len(noise)]
    places = np.arange(len(noise))
    sound = noise * bursts * np.minimum(1, np.minimum(places, places[::-1]) / 200)
    scaled: np.ndarray = (sound / np.abs(sound).max() * peak).astype(np.float32)
    return scaled


def oversampled_peak(samples: np.ndarray) -> float:
    """The true peak in dB as another library interpolates it."""
    return levels.decibels(np.abs(soxr.resample(samples, RATE, 8 * RATE, quality="VHQ")).max())


@given(seed=st.integers(0, 2**32 - 1), peak=st.floats(0.1, 6.0), seconds=st.floats(0.05, 1.5))
@settings(max_examples=60, deadline=None)
def test_no_true_peak_passes_the_limiter(seed, peak, seconds):
    samples = speechlike(seed, seconds, peak)
    limited = levels.limit(samples)
    assert len(limited) == len(samples)
    # Four points a frame miss some of a peak between them (BS.1770, annex 2): 0.16 dB in 1500 of these signals.
    assert oversampled_peak(limited) < CEILING_DB + 0.3
    assert (np.abs(limited) <= np.abs(samples) * 1.000_001).all()


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_what_is_below_the_ceiling_is_left_alone(seed):
    samples = speechlike(seed, 0.5, levels.CEILING * 0.6)
    assert (levels.limit(samples) == samples).all()


def test_the_limiter_does_not_change_its_input():
    samples = speechlike(1, 0.5, 3.0)
    before = samples.copy()
    levels.limit(samples)
    assert (samples == before).all()


def test_only_the_surroundings_of_a_peak_are_turned_down():
    samples = np.full(RATE, 0.1, np.float32)
    samples[RATE // 2] = 2.0
    turned = np.flatnonzero(levels.limit(samples) != samples) - RATE // 2
    assert -0.05 * RATE < turned.min() < 0 < turned.max() < 0.05 * RATE


def test_a_peak_between_two_samples_counts():
    # A quarter of the frame rate, sampled at 45 degrees: the samples are 3 dB below the peaks.
    samples = np.sin(np.arange(3200) * np.pi / 2 + np.pi / 4).astype(np.float32)
    inner = levels.true_peaks(samples)[10:-10]
    assert np.abs(samples).max() == pytest.approx(0.7071, abs=1e-3)
    assert inner == pytest.approx(np.ones_like(inner), abs=0.02)


@pytest.mark.parametrize("frames", [0, 1, 31, 32, 33])
def test_the_shortest_clips_pass(frames):
    samples = np.ones(frames, np.float32)
    assert len(levels.limit(samples)) == frames


@pytest.mark.parametrize("peak", [0.05, 0.9])
@pytest.mark.parametrize("seconds", [0.2, 5])
def test_the_gain_brings_samples_to_the_target_through_limiter_and_encoder(peak, seconds):
    samples = speechlike(7, seconds, peak)
    limited = levels.limit(levels.amplify(samples, levels.gain_for(samples, RATE)))
    assert levels.loudness(limited * SCALE, RATE) == pytest.approx(levels.TARGET, abs=0.1)


def test_silence_has_no_gain():
    assert levels.gain_for(np.zeros(RATE, np.float32), RATE) == -np.inf


@given(lead=st.integers(0, 4000), sound=st.integers(400, 4000), tail=st.integers(0, 4000))
def test_silence_is_cut_off_both_ends_and_no_sound_is(lead, sound, tail):
    samples = np.concatenate([np.zeros(lead), np.full(sound, 0.1), np.zeros(tail)]).astype(np.float32)
    start, end = levels.trim(samples, RATE)
    edge = round(0.008 * RATE)
    assert start == max(0, lead - edge)
    assert end == min(len(samples), lead + sound + edge)


def test_silence_has_no_ends():
    assert levels.trim(np.zeros(100, np.float32), RATE) == (0, 0)


@given(st.binary(max_size=400).filter(lambda pcm: len(pcm) % 2 == 0))
def test_frames_survive_the_way_to_samples_and_back(pcm):
    speech = Speech(pcm=pcm, frame_rate=RATE)
    there = np.frombuffer(pcm, "<i2").astype(int)
    back = np.frombuffer(levels.to_pcm(levels.samples_of(speech)), "<i2").astype(int)
    assert len(back) == len(there)
    assert (np.abs(back - there) <= 1).all()


@pytest.mark.parametrize("wanted", [16_000, 22_050, 44_100, 48_000])
def test_resampling_keeps_time_and_level(wanted):
    samples = np.sin(np.arange(RATE) * 2 * np.pi * 440 / RATE).astype(np.float32) * np.float32(0.5)
    resampled = levels.resample(samples, RATE, wanted)
    assert len(resampled) == pytest.approx(wanted, abs=1)
    assert np.sqrt(np.mean(resampled**2)) == pytest.approx(np.sqrt(np.mean(samples**2)), rel=0.01)


def test_nothing_can_be_resampled():
    assert len(levels.resample(np.zeros(0, np.float32), RATE, 44_100)) == 0
